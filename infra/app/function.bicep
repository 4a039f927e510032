@description('Name of the function app.')
param name string

@description('Region.')
param location string

@description('Tags.')
param tags object

@allowed(['flex', 'premium', 'dedicated'])
@description('Plan: Flex Consumption, Elastic Premium, or a dedicated Linux plan.')
param plan string

@description('District folder.')
param district string

@description('Public address; empty for the default host name.')
param publicUrl string

@description('Resource id of the app\'s identity.')
param identityId string

@description('Client id of the app\'s identity.')
param identityClientId string

@description('Storage account.')
param storageName string

@description('Blob container of deployment packages.')
param deploymentContainer string

@description('Application Insights resource.')
param insightsName string

@description('Address of the key vault, with a slash at its end.')
param vaultUri string

@description('Names in the key vault, by setting.')
param vaultSettings object

var skus = {
  flex: { name: 'FC1', tier: 'FlexConsumption' }
  premium: { name: 'EP1', tier: 'ElasticPremium' }
  dedicated: { name: 'P0v3', tier: 'Premium0V3' }
}
var isFlex = plan == 'flex'

// The name of the runtime is a setting on Flex, part of the image on the other plans.
var runtimeVersion = '10.0'

// Each service's own address: the short __accountName form fails in sovereign clouds.
var suffix = environment().suffixes.storage
var settings = {
  AzureWebJobsStorage__blobServiceUri: 'https://${storageName}.blob.${suffix}'
  AzureWebJobsStorage__queueServiceUri: 'https://${storageName}.queue.${suffix}'
  AzureWebJobsStorage__tableServiceUri: 'https://${storageName}.table.${suffix}'
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  AZURE_AUTHORITY_HOST: environment().authentication.loginEndpoint
  AZURE_CLIENT_ID: identityClientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
  SentimentWatch__District: district
  SentimentWatch__PublicUrl: empty(publicUrl) ? 'https://${app.properties.defaultHostName}' : publicUrl
}
var classicSettings = isFlex
  ? {}
  : {
      FUNCTIONS_EXTENSION_VERSION: '~4'
      FUNCTIONS_WORKER_RUNTIME: 'dotnet-isolated'
      WEBSITE_RUN_FROM_PACKAGE: '1'
    }
var vaultReferences = toObject(
  items(vaultSettings),
  secret => secret.key,
  secret => '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/${secret.value})'
)

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource serverFarm 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: isFlex ? 'functionapp' : 'linux'
  sku: skus[plan]
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'app' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: serverFarm.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    functionAppConfig: isFlex
      ? {
          deployment: {
            storage: {
              type: 'blobContainer'
              value: 'https://${storageName}.blob.${suffix}/${deploymentContainer}'
              authentication: {
                type: 'UserAssignedIdentity'
                userAssignedIdentityResourceId: identityId
              }
            }
          }
          runtime: {
            name: 'dotnet-isolated'
            version: runtimeVersion
          }
          scaleAndConcurrency: {
            instanceMemoryMB: 2048
            maximumInstanceCount: 40
            // One instance always warm: the card of an emergency must not wait for a cold start.
            alwaysReady: [
              { name: 'http', instanceCount: 1 }
            ]
          }
        }
      : null
    siteConfig: {
      minTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
      alwaysOn: plan == 'dedicated'
      linuxFxVersion: isFlex ? null : 'DOTNET-ISOLATED|${runtimeVersion}'
    }
  }
}

resource appSettings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'appsettings'
  properties: union(settings, classicSettings, vaultReferences)
}

output name string = app.name
output url string = 'https://${app.properties.defaultHostName}'
