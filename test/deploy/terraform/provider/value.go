package main

import (
	"encoding/json"
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"github.com/hashicorp/terraform-plugin-go/tfprotov5"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// rebuild returns a value of a block in which every attribute, at any depth, is what `change` makes of it, which is
// told the attribute's path: the names, joined by dots.
func rebuild(
	block *tfprotov5.SchemaBlock,
	at string,
	value tftypes.Value,
	change func(path string, attribute *tfprotov5.SchemaAttribute, value tftypes.Value) tftypes.Value,
) tftypes.Value {
	if value.IsNull() || !value.IsKnown() {
		return value
	}
	fields := fieldsOf(value)
	for _, attribute := range block.Attributes {
		fields[attribute.Name] = change(at+attribute.Name, attribute, fields[attribute.Name])
	}
	for _, nested := range block.BlockTypes {
		name := nested.TypeName
		inside := func(one tftypes.Value) tftypes.Value { return rebuild(nested.Block, at+name+".", one, change) }
		if nested.Nesting == tfprotov5.SchemaNestedBlockNestingModeSingle {
			fields[name] = inside(fields[name])
		} else if !fields[name].IsNull() && fields[name].IsKnown() {
			all := elementsOf(fields[name])
			for index, one := range all {
				all[index] = inside(one)
			}
			fields[name] = tftypes.NewValue(fields[name].Type(), all)
		}
	}
	return tftypes.NewValue(value.Type(), fields)
}

// fieldsOf returns a copy of an object's, or a map's, values; none if it is null.
func fieldsOf(value tftypes.Value) map[string]tftypes.Value {
	fields := map[string]tftypes.Value{}
	must(value.As(&fields))
	return fields
}

func elementsOf(value tftypes.Value) []tftypes.Value {
	var elements []tftypes.Value
	must(value.As(&elements))
	return elements
}

// textAt follows a path through blocks, of each the first, and returns the text there, or a map as JSON; nothing if
// there is none.
func textAt(value tftypes.Value, path string) string {
	for step := range strings.SplitSeq(path, ".") {
		for value.Type().Is(tftypes.List{}) || value.Type().Is(tftypes.Set{}) {
			all := elementsOf(value)
			if len(all) == 0 {
				return ""
			}
			value = all[0]
		}
		if value.IsNull() || !value.IsKnown() || !value.Type().Is(tftypes.Object{}) {
			return ""
		}
		field, ok := fieldsOf(value)[step]
		if !ok {
			return ""
		}
		value = field
	}
	if value.IsFullyKnown() && !value.IsNull() && value.Type().Is(tftypes.Map{}) {
		// Keys come in order.
		text, err := json.Marshal(plain(value))
		must(err)
		return string(text)
	}
	if !value.IsKnown() || !value.Type().Is(tftypes.String) {
		return ""
	}
	var text string
	must(value.As(&text))
	return text
}

// isTrue says whether an attribute of an object is true; `otherwise` if it isn't set.
func isTrue(value tftypes.Value, name string, otherwise bool) bool {
	field, ok := fieldsOf(value)[name]
	if !ok || field.IsNull() {
		return otherwise
	}
	var set bool
	must(field.As(&set))
	return set
}

// plain returns a value as encoding/json writes it.
func plain(value tftypes.Value) any {
	if value.IsNull() {
		return nil
	}
	kind := value.Type()
	switch {
	case kind.Is(tftypes.String):
		var text string
		must(value.As(&text))
		return text
	case kind.Is(tftypes.Number):
		number := new(big.Float)
		must(value.As(&number))
		return json.Number(number.Text('f', -1))
	case kind.Is(tftypes.Bool):
		var set bool
		must(value.As(&set))
		return set
	case kind.Is(tftypes.Object{}), kind.Is(tftypes.Map{}):
		all := map[string]any{}
		for name, field := range fieldsOf(value) {
			all[name] = plain(field)
		}
		return all
	case kind.Is(tftypes.List{}), kind.Is(tftypes.Set{}):
		all := []any{}
		for _, one := range elementsOf(value) {
			all = append(all, plain(one))
		}
		return all
	}
	panic(fmt.Sprintf("no value of Google's is of type %s", kind))
}

// invented returns the value of a computed attribute that nothing else says anything about: the same for the same path
// in the same resource.
func invented(path, id string, kind tftypes.Type) tftypes.Value {
	digest := digestOf(path + "/" + id)[:8]
	switch {
	case kind.Is(tftypes.String) && isAddress(path):
		return tftypes.NewValue(kind, "https://www.googleapis.com/"+digest+"/"+id)
	case kind.Is(tftypes.String):
		return tftypes.NewValue(kind, digest)
	case kind.Is(tftypes.Number):
		number, err := strconv.ParseInt(digest, 16, 64)
		must(err)
		return tftypes.NewValue(kind, number)
	case kind.Is(tftypes.Bool):
		return tftypes.NewValue(kind, false)
	case kind.Is(tftypes.Map{}):
		return tftypes.NewValue(kind, map[string]tftypes.Value{})
	case kind.Is(tftypes.List{}), kind.Is(tftypes.Set{}):
		return tftypes.NewValue(kind, []tftypes.Value{})
	}
	panic(fmt.Sprintf("%s: no computed attribute of Google's is of type %s", path, kind))
}

func isAddress(path string) bool {
	return strings.HasSuffix(path, "url") || strings.HasSuffix(path, "uri") || strings.HasSuffix(path, "link")
}

// must is for what can only go wrong if this program is wrong.
func must(err error) {
	if err != nil {
		panic(err)
	}
}
