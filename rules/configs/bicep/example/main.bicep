resource account 'Microsoft.CognitiveServices/accounts@2024-10-01' = {
  name: 'acme'
  kind: 'OpenAI'            // expect: what=endpoint platform=azure-openai
}

resource chat 'Microsoft.CognitiveServices/accounts/deployments@2024-10-01' = {
  parent: account
  properties: {
    model: {
      format: 'OpenAI'
      name: 'gpt-4o'        // expect: what=model platform=azure-openai model=gpt-4o
    }
  }
}
