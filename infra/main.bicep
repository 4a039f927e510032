targetScope = 'subscription'

@minLength(1)
@maxLength(20)
@description('Name of this installation; part of every resource name.')
param environmentName string

@description('Region of all resources.')
param location string

@allowed(['flex', 'premium', 'dedicated'])
@description('Plan of the function app. flex (Flex Consumption) is the recommended one; premium or dedicated where a cloud lacks it, Azure China among them.')
param plan string = 'flex'

@description('Folder under functions/Districts that is served.')
param district string = 'licheng'

@description('Public address of the app, for links in cards; empty for the address that Azure gives it.')
param publicUrl string = ''

@description('Names of what the app reads from the key vault, by setting. They are put there by hand, never by a deployment.')
param vaultSettings object = {
  SentimentWatch__Mask__Key: 'mask-key'
  SentimentWatch__Ack__SigningKeys__0: 'ack-signing-key-0'
  SentimentWatch__Keys__intake: 'key-intake'
  SentimentWatch__Keys__reader: 'key-reader'
  SentimentWatch__Keys__officer: 'key-officer'
  SentimentWatch__Keys__admin: 'key-admin'
  SentimentWatch__Notify__Teams__default__Url: 'teams-default-url'
}

var tags = { 'azd-env-name': environmentName }
var token = toLower(uniqueString(subscription().id, environmentName, location))

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-sentimentwatch-${environmentName}'
  location: location
  tags: tags
}

module identity 'app/identity.bicep' = {
  scope: group
  params: {
    name: 'id-sentimentwatch-${token}'
    location: location
    tags: tags
  }
}

module monitoring 'app/monitoring.bicep' = {
  scope: group
  params: {
    logsName: 'log-${token}'
    insightsName: 'appi-${token}'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
  }
}

module storage 'app/storage.bicep' = {
  scope: group
  params: {
    name: 'st${token}'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
  }
}

module vault 'app/vault.bicep' = {
  scope: group
  params: {
    name: 'kv-${token}'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
  }
}

module app 'app/function.bicep' = {
  scope: group
  params: {
    name: 'func-sentimentwatch-${token}'
    location: location
    tags: tags
    plan: plan
    district: district
    publicUrl: publicUrl
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    storageName: storage.outputs.name
    deploymentContainer: storage.outputs.deploymentContainer
    insightsName: monitoring.outputs.insightsName
    vaultUri: vault.outputs.uri
    vaultSettings: vaultSettings
  }
}

output AZURE_FUNCTION_NAME string = app.outputs.name
output AZURE_RESOURCE_GROUP string = group.name
output KEY_VAULT_NAME string = vault.outputs.name
output SENTIMENTWATCH_URL string = app.outputs.url
