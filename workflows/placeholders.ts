/** What the infrastructure fills in for each workflow: Lambda functions first, then names of resources. */
export const PLACEHOLDERS: Readonly<Record<string, readonly string[]>> = {
  'process-asset': [
    'RecogniseUpload',
    'InspectImage',
    'MakeRenditions',
    'PublishManifest',
    'RemoveAssetWorkflow',
    'AssetsTable',
    'UploadsBucket',
    'EventBusName',
  ],
  'remove-asset': ['AssetsTable', 'MediaBucket'],
};

/** Tasks that have no `Catch` for everything, each with the reason. */
export const UNCAUGHT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'process-asset': {
    AnnounceProcessed: 'the state is stored already; a redrive announces it',
    AnnounceRejected: 'the state is stored already; a redrive announces it',
    AnnounceFailed: 'the state is stored already; a redrive announces it',
    MarkRenditionFailed: 'the Map around it catches',
  },
  'remove-asset': {
    MarkRemoved: 'nothing has happened yet; a redrive begins here',
    DropReference: 'the asset shows as removed; a redrive goes on here',
    CloseContent: 'the asset shows as removed; a redrive goes on here',
    ListFiles: 'the asset shows as removed; a redrive goes on here',
    DeleteFiles: 'the asset shows as removed; a redrive goes on here',
    ListRecords: 'the asset shows as removed; a redrive goes on here',
    DeleteRecords: 'the asset shows as removed; a redrive goes on here',
    DeleteContent: 'the asset shows as removed; a redrive goes on here',
  },
};
