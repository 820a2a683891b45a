package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/hashicorp/terraform-plugin-go/tfprotov5"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

func (p *provider) ValidateResourceTypeConfig(
	context.Context, *tfprotov5.ValidateResourceTypeConfigRequest,
) (*tfprotov5.ValidateResourceTypeConfigResponse, error) {
	return &tfprotov5.ValidateResourceTypeConfigResponse{}, nil
}

func (p *provider) UpgradeResourceState(
	_ context.Context, request *tfprotov5.UpgradeResourceStateRequest,
) (*tfprotov5.UpgradeResourceStateResponse, error) {
	kind := p.schema.resources[request.TypeName]
	value, err := request.RawState.Unmarshal(kind.schema.ValueType())
	if err != nil {
		return nil, err
	}
	state, err := p.packed(kind, value)
	return &tfprotov5.UpgradeResourceStateResponse{UpgradedState: state}, err
}

// ReadResource returns what the cloud holds, whatever the state says.
func (p *provider) ReadResource(
	_ context.Context, request *tfprotov5.ReadResourceRequest,
) (*tfprotov5.ReadResourceResponse, error) {
	kind := p.schema.resources[request.TypeName]
	value, err := request.CurrentState.Unmarshal(kind.schema.ValueType())
	if err != nil {
		return nil, err
	}
	state, err := p.found(kind, textAt(value, "id"))
	return &tfprotov5.ReadResourceResponse{NewState: state}, err
}

func (p *provider) ImportResourceState(
	_ context.Context, request *tfprotov5.ImportResourceStateRequest,
) (*tfprotov5.ImportResourceStateResponse, error) {
	state, err := p.found(p.schema.resources[request.TypeName], request.ID)
	return &tfprotov5.ImportResourceStateResponse{
		ImportedResources: []*tfprotov5.ImportedResource{{TypeName: request.TypeName, State: state}},
	}, err
}

// found returns a resource of the cloud's; null if there is none.
func (p *provider) found(kind *kind, id string) (*tfprotov5.DynamicValue, error) {
	record, err := p.cloud.find(kind.name, id)
	if err != nil {
		return nil, err
	}
	if record == nil {
		return p.packed(kind, tftypes.NewValue(kind.schema.ValueType(), nil))
	}
	value, err := tfprotov5.RawState{JSON: record.Attributes}.Unmarshal(kind.schema.ValueType())
	if err != nil {
		return nil, err
	}
	return p.packed(kind, value)
}

// PlanResourceChange leaves open what only the cloud knows, and replaces a resource that would have another id.
func (p *provider) PlanResourceChange(
	_ context.Context, request *tfprotov5.PlanResourceChangeRequest,
) (*tfprotov5.PlanResourceChangeResponse, error) {
	kind := p.schema.resources[request.TypeName]
	prior, err := request.PriorState.Unmarshal(kind.schema.ValueType())
	if err != nil {
		return nil, err
	}
	proposed, err := request.ProposedNewState.Unmarshal(kind.schema.ValueType())
	if err != nil {
		return nil, err
	}
	if proposed.IsNull() || proposed.Equal(prior) {
		return &tfprotov5.PlanResourceChangeResponse{PlannedState: request.ProposedNewState}, nil
	}
	planned := p.opened(kind, proposed)
	state, err := p.packed(kind, planned)
	response := &tfprotov5.PlanResourceChangeResponse{PlannedState: state}
	if !prior.IsNull() {
		response.RequiresReplace = kind.moved(prior, planned)
	}
	return response, err
}

func (p *provider) ApplyResourceChange(
	ctx context.Context, request *tfprotov5.ApplyResourceChangeRequest,
) (*tfprotov5.ApplyResourceChangeResponse, error) {
	kind := p.schema.resources[request.TypeName]
	prior, err := request.PriorState.Unmarshal(kind.schema.ValueType())
	if err != nil {
		return nil, err
	}
	planned, err := request.PlannedState.Unmarshal(kind.schema.ValueType())
	if err != nil {
		return nil, err
	}
	var refused error
	next := planned
	if planned.IsNull() {
		refused = p.destroy(kind, prior)
	} else {
		next = p.completed(kind, planned)
		refused = p.keep(ctx, kind, next, prior.IsNull())
	}
	if refused != nil {
		next = prior
	}
	state, err := p.packed(kind, next)
	response := &tfprotov5.ApplyResourceChangeResponse{NewState: state}
	if refused != nil {
		response.Diagnostics = failure(refused.Error(), "")
	}
	return response, err
}

// keep makes or changes a resource.
func (p *provider) keep(ctx context.Context, kind *kind, value tftypes.Value, isNew bool) error {
	if err := p.cloud.refusal(kind.name); err != nil {
		return err
	}
	if strings.HasSuffix(kind.name, "_iam_member") {
		if err := p.cloud.missing(textAt(value, "member")); err != nil {
			return err
		}
	}
	attributes, err := json.Marshal(plain(value))
	if err != nil {
		return err
	}
	if err := p.services.refusal(kind.name, attributes); err != nil {
		return err
	}
	one := record{kind.name, textAt(value, "id"), attributes}
	if isNew && !kind.adopts {
		err = p.cloud.create(one)
	} else {
		err = p.cloud.put(one)
	}
	if errors.Is(err, errConflict) {
		return fmt.Errorf("Error creating %s: googleapi: Error 409: Resource '%s' already exists", kind.name, one.ID)
	}
	if err == nil {
		p.cloud.hold(ctx, kind.name)
	}
	return err
}

// destroy deletes a resource, unless it is protected, or is one that the provider only forgets.
func (p *provider) destroy(kind *kind, value tftypes.Value) error {
	id := textAt(value, "id")
	fields := fieldsOf(value)
	if _, ok := fields["deletion_protection"]; ok && isTrue(value, "deletion_protection", true) {
		return fmt.Errorf("cannot destroy %s without setting deletion_protection=false and running `terraform apply`", id)
	}
	if _, ok := fields["disable_on_destroy"]; ok && !isTrue(value, "disable_on_destroy", true) {
		return nil
	}
	if textAt(value, "deletion_policy") == "ABANDON" {
		return nil
	}
	if textAt(value, "delete_protection_state") == "DELETE_PROTECTION_ENABLED" {
		return fmt.Errorf("Error when deleting %s: googleapi: Error 400: delete protection is enabled", id)
	}
	return p.cloud.remove(kind.name, id)
}

var placeholder = regexp.MustCompile(`\{([a-z_.]+)\}`)

// expanded puts the values of attributes in the places of their names. What goes where the provider goes may not say so.
func (p *provider) expanded(template string, value tftypes.Value) string {
	return placeholder.ReplaceAllStringFunc(template, func(name string) string {
		path := name[1 : len(name)-1]
		if text := textAt(value, path); text != "" {
			return text
		}
		return p.places[path]
	})
}

// moved returns the attributes of the id that have another value than before, or may have.
func (k *kind) moved(prior, planned tftypes.Value) []*tftypes.AttributePath {
	before, after := fieldsOf(prior), fieldsOf(planned)
	var paths []*tftypes.AttributePath
	for _, block := range placeholder.FindAllStringSubmatch(k.values["id"], -1) {
		name := regexp.MustCompile(`^\w+`).FindString(block[1])
		if !after[name].Equal(before[name]) {
			paths = append(paths, tftypes.NewAttributePath().WithAttributeName(name))
		}
	}
	return paths
}
