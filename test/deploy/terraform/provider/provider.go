package main

import (
	"context"

	"github.com/hashicorp/terraform-plugin-go/tfprotov5"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// provider answers what Terraform asks of a provider about itself; resource.go has what it asks about resources.
type provider struct {
	// What isn't answered here (functions, ephemeral resources, moves between types) is never asked of a provider that
	// offers none of it: Google's true one does, and nothing that is rendered uses them.
	tfprotov5.ProviderServer
	schema *schema
	cloud  cloud
	// What Google's services accept.
	services services
	// Where resources go that don't say it themselves: values for the attributes `project` and `region`.
	places map[string]string
}

func (p *provider) GetProviderSchema(
	context.Context, *tfprotov5.GetProviderSchemaRequest,
) (*tfprotov5.GetProviderSchemaResponse, error) {
	return &tfprotov5.GetProviderSchemaResponse{
		Provider:          p.schema.provider,
		ResourceSchemas:   schemasOf(p.schema.resources),
		DataSourceSchemas: schemasOf(p.schema.dataSources),
	}, nil
}

func (p *provider) GetResourceIdentitySchemas(
	context.Context, *tfprotov5.GetResourceIdentitySchemasRequest,
) (*tfprotov5.GetResourceIdentitySchemasResponse, error) {
	return &tfprotov5.GetResourceIdentitySchemasResponse{}, nil
}

func (p *provider) PrepareProviderConfig(
	_ context.Context, request *tfprotov5.PrepareProviderConfigRequest,
) (*tfprotov5.PrepareProviderConfigResponse, error) {
	return &tfprotov5.PrepareProviderConfigResponse{PreparedConfig: request.Config}, nil
}

func (p *provider) ConfigureProvider(
	_ context.Context, request *tfprotov5.ConfigureProviderRequest,
) (*tfprotov5.ConfigureProviderResponse, error) {
	config, err := request.Config.Unmarshal(p.schema.provider.ValueType())
	if err != nil {
		return nil, err
	}
	p.places = map[string]string{"project": textAt(config, "project"), "region": textAt(config, "region")}
	response := &tfprotov5.ConfigureProviderResponse{}
	if p.cloud.folder == "" {
		response.Diagnostics = failure("Nowhere to go", cloudVariable+" must name the folder that is the cloud.")
	}
	return response, nil
}

func (p *provider) StopProvider(
	context.Context, *tfprotov5.StopProviderRequest,
) (*tfprotov5.StopProviderResponse, error) {
	return &tfprotov5.StopProviderResponse{}, nil
}

func (p *provider) ValidateDataSourceConfig(
	context.Context, *tfprotov5.ValidateDataSourceConfigRequest,
) (*tfprotov5.ValidateDataSourceConfigResponse, error) {
	return &tfprotov5.ValidateDataSourceConfigResponse{}, nil
}

// ReadDataSource finds whatever it is asked for.
func (p *provider) ReadDataSource(
	_ context.Context, request *tfprotov5.ReadDataSourceRequest,
) (*tfprotov5.ReadDataSourceResponse, error) {
	kind := p.schema.dataSources[request.TypeName]
	config, err := request.Config.Unmarshal(kind.schema.ValueType())
	if err != nil {
		return nil, err
	}
	if err := p.services.noteRead(request.TypeName); err != nil {
		return nil, err
	}
	state, err := p.packed(kind, p.completed(kind, p.opened(kind, config)))
	return &tfprotov5.ReadDataSourceResponse{State: state}, err
}

// opened leaves to the cloud what is computed and has no value yet.
func (p *provider) opened(kind *kind, value tftypes.Value) tftypes.Value {
	open := func(path string, attribute *tfprotov5.SchemaAttribute, value tftypes.Value) tftypes.Value {
		if !attribute.Computed || !value.IsNull() {
			return value
		}
		if place := p.places[path]; place != "" {
			return tftypes.NewValue(attribute.Type, place)
		}
		return tftypes.NewValue(attribute.Type, tftypes.UnknownValue)
	}
	return rebuild(kind.schema.Block, "", value, open)
}

// completed gives a value to all that was left to the cloud.
func (p *provider) completed(kind *kind, value tftypes.Value) tftypes.Value {
	id := p.expanded(kind.values["id"], value)
	complete := func(path string, attribute *tfprotov5.SchemaAttribute, field tftypes.Value) tftypes.Value {
		if field.IsKnown() {
			return field
		}
		if template, ok := kind.values[path]; ok {
			return tftypes.NewValue(attribute.Type, p.expanded(template, value))
		}
		return invented(path, id, attribute.Type)
	}
	return rebuild(kind.schema.Block, "", value, complete)
}

func (p *provider) packed(kind *kind, value tftypes.Value) (*tfprotov5.DynamicValue, error) {
	packed, err := tfprotov5.NewDynamicValue(kind.schema.ValueType(), value)
	return &packed, err
}

func failure(summary, detail string) []*tfprotov5.Diagnostic {
	return []*tfprotov5.Diagnostic{
		{Severity: tfprotov5.DiagnosticSeverityError, Summary: summary, Detail: detail},
	}
}
