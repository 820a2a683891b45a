// Command lambda is Lambda's way in: a request comes as an event, payload format 2.0.
package main

import (
	"context"
	"encoding/base64"

	"example.com/polyglot/greeting"
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func main() {
	lambda.Start(handle)
}

func handle(_ context.Context, event events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
	body := []byte(event.Body)
	if event.IsBase64Encoded {
		decoded, err := base64.StdEncoding.DecodeString(event.Body)
		if err != nil {
			return events.APIGatewayV2HTTPResponse{}, err
		}
		body = decoded
	}
	// The event's parsed query parameters join those that repeat with commas.
	status, text := greeting.Answer(event.RequestContext.HTTP.Method, event.RawQueryString, body)
	return events.APIGatewayV2HTTPResponse{
		StatusCode: status,
		Headers:    map[string]string{"content-type": "application/json"},
		Body:       text,
	}, nil
}
