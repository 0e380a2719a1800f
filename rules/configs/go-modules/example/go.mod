// packages: github.com/openai/openai-go github.com/spf13/cobra
module github.com/acme/anthropic-sdk-go-tools

require (
	github.com/openai/openai-go v1.12.0 // expect: what=dependency-manifest vendor=openai
	github.com/spf13/cobra v1.8.0
	github.com/anthropics/anthropic-sdk-go v1.2.0 // indirect
)
