package main

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/aws/aws-lambda-go/events"
)

func TestHandle(t *testing.T) {
	table, err := os.ReadFile("../../requests.json")
	if err != nil {
		t.Fatal(err)
	}
	var rows []struct {
		Method, Query, Body string
		BodyBase64          []byte
		Status              int
		Answer              map[string]string
	}
	if err := json.Unmarshal([]byte(strings.ReplaceAll(string(table), "$LANGUAGE", "Go")), &rows); err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		for _, encoded := range []bool{false, true} {
			if !encoded && row.BodyBase64 != nil {
				continue // What isn't text always comes encoded.
			}
			t.Run(row.Method+" "+row.Query+" "+row.Body, func(t *testing.T) {
				event := events.APIGatewayV2HTTPRequest{RawQueryString: row.Query, Body: row.Body, IsBase64Encoded: encoded}
				event.RequestContext.HTTP.Method = row.Method
				if encoded {
					event.Body = base64.StdEncoding.EncodeToString(append([]byte(row.Body), row.BodyBase64...))
				}
				response, err := handle(context.Background(), event)
				if err != nil {
					t.Fatal(err)
				}
				var answer map[string]string
				if err := json.Unmarshal([]byte(response.Body), &answer); err != nil {
					t.Fatal(err)
				}
				if response.StatusCode != row.Status || !reflect.DeepEqual(answer, row.Answer) {
					t.Errorf("got %d %v, want %d %v", response.StatusCode, answer, row.Status, row.Answer)
				}
			})
		}
	}
}
