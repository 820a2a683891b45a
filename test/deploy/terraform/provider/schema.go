package main

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/hashicorp/terraform-plugin-go/tfprotov5"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// schema is what the provider knows of its resources.
type schema struct {
	provider    *tfprotov5.Schema
	resources   map[string]*kind
	dataSources map[string]*kind
}

// kind is a type of resource, or a data source.
type kind struct {
	name   string
	schema *tfprotov5.Schema
	// values says what computed attributes become, by their paths: texts with the names of other attributes in braces.
	// One of them is the id, and a resource with another id is another resource.
	values map[string]string
	// adopts says that making what is already there is no conflict.
	adopts bool
}

// The schema's file has the form of `terraform providers schema -json`, and two fields more for each kind.
type schemaFile struct {
	Provider    kindFile            `json:"provider"`
	Resources   map[string]kindFile `json:"resource_schemas"`
	DataSources map[string]kindFile `json:"data_source_schemas"`
}

type kindFile struct {
	Block  blockFile         `json:"block"`
	Values map[string]string `json:"values"`
	Adopts bool              `json:"adopts"`
}

type blockFile struct {
	Attributes map[string]attributeFile `json:"attributes"`
	Blocks     map[string]nestedFile    `json:"block_types"`
}

type attributeFile struct {
	Type     json.RawMessage `json:"type"`
	Required bool            `json:"required"`
	Optional bool            `json:"optional"`
	Computed bool            `json:"computed"`
}

type nestedFile struct {
	Nesting string    `json:"nesting_mode"`
	Min     int64     `json:"min_items"`
	Max     int64     `json:"max_items"`
	Block   blockFile `json:"block"`
}

var nestings = map[string]tfprotov5.SchemaNestedBlockNestingMode{
	"single": tfprotov5.SchemaNestedBlockNestingModeSingle,
	"list":   tfprotov5.SchemaNestedBlockNestingModeList,
	"set":    tfprotov5.SchemaNestedBlockNestingModeSet,
}

func readSchema(path string) (*schema, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var file schemaFile
	if err := json.Unmarshal(text, &file); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	block, err := blockOf(file.Provider.Block)
	if err != nil {
		return nil, fmt.Errorf("provider: %w", err)
	}
	resources, err := kindsOf(file.Resources)
	if err != nil {
		return nil, err
	}
	dataSources, err := kindsOf(file.DataSources)
	if err != nil {
		return nil, err
	}
	return &schema{&tfprotov5.Schema{Block: block}, resources, dataSources}, nil
}

func kindsOf(files map[string]kindFile) (map[string]*kind, error) {
	kinds := make(map[string]*kind, len(files))
	for name, file := range files {
		block, err := blockOf(file.Block)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		kinds[name] = &kind{name, &tfprotov5.Schema{Block: block}, file.Values, file.Adopts}
	}
	return kinds, nil
}

func blockOf(file blockFile) (*tfprotov5.SchemaBlock, error) {
	block := &tfprotov5.SchemaBlock{}
	for name, attribute := range file.Attributes {
		parsed, err := tftypes.ParseJSONType(attribute.Type)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		block.Attributes = append(block.Attributes, &tfprotov5.SchemaAttribute{
			Name:     name,
			Type:     parsed,
			Required: attribute.Required,
			Optional: attribute.Optional,
			Computed: attribute.Computed,
		})
	}
	for name, nested := range file.Blocks {
		inner, err := blockOf(nested.Block)
		if err != nil {
			return nil, fmt.Errorf("%s.%w", name, err)
		}
		block.BlockTypes = append(block.BlockTypes, &tfprotov5.SchemaNestedBlock{
			TypeName: name,
			Block:    inner,
			Nesting:  nestings[nested.Nesting],
			MinItems: nested.Min,
			MaxItems: nested.Max,
		})
	}
	return block, nil
}

func schemasOf(kinds map[string]*kind) map[string]*tfprotov5.Schema {
	schemas := make(map[string]*tfprotov5.Schema, len(kinds))
	for name, kind := range kinds {
		schemas[name] = kind.schema
	}
	return schemas
}
