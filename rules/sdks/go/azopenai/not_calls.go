package acme

import "github.com/Azure/azure-sdk-for-go/sdk/azcore"

func credential(text string) *azcore.KeyCredential {
	return azcore.NewKeyCredential(text)
}
