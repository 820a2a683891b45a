package polyglot

import (
	"bytes"
	"cmp"
	"encoding/json"
	"net/http/httptest"
	"os"
	"reflect"
	"strings"
	"testing"
)

func TestGreet(t *testing.T) {
	table, err := os.ReadFile("../requests.json")
	if err != nil {
		t.Fatal(err)
	}
	var rows []struct {
		Method, Path, Query, Body string
		BodyBase64                []byte
		Status                    int
		Answer                    map[string]string
	}
	if err := json.Unmarshal([]byte(strings.ReplaceAll(string(table), "$LANGUAGE", "Go")), &rows); err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		t.Run(row.Method+" "+row.Query+" "+row.Body, func(t *testing.T) {
			path := cmp.Or(row.Path, "/")
			body := append([]byte(row.Body), row.BodyBase64...)
			recorder := httptest.NewRecorder()
			greet(recorder, httptest.NewRequest(row.Method, path+"?"+row.Query, bytes.NewReader(body)))
			var answer map[string]string
			if err := json.Unmarshal(recorder.Body.Bytes(), &answer); err != nil {
				t.Fatal(err)
			}
			if recorder.Code != row.Status || !reflect.DeepEqual(answer, row.Answer) {
				t.Errorf("got %d %v, want %d %v", recorder.Code, answer, row.Status, row.Answer)
			}
			if kind := recorder.Header().Get("content-type"); kind != "application/json" {
				t.Errorf("got content type %q", kind)
			}
		})
	}
}
