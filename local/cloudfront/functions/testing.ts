import { API, type Site } from '../testing.ts';

/** Puts functions before and behind the pages and the API of a site; `own` are the stores that they may read. */
export const functionsOf = (site: Site, own: readonly string[] = []) => {
  const publish = async (name: string, FunctionCode: string, stores: readonly string[] = own): Promise<string> => {
    const FunctionConfig = {
      Comment: '',
      Runtime: 'cloudfront-js-2.0',
      KeyValueStoreAssociations: stores.map((KeyValueStoreARN) => ({ KeyValueStoreARN })),
    };
    const made = await site.make('Function', name, { Name: name, AutoPublish: true, FunctionCode, FunctionConfig });
    return made.ref;
  };
  return {
    publish,
    /** Answers the id of the distribution. */
    async associate(request?: string, response?: string): Promise<string> {
      const associations = [
        ...(request ? [{ EventType: 'viewer-request', FunctionARN: await publish('request', request) }] : []),
        ...(response ? [{ EventType: 'viewer-response', FunctionARN: await publish('response', response) }] : []),
      ];
      const behaviour = { ViewerProtocolPolicy: 'allow-all', Compress: true, FunctionAssociations: associations };
      const { ref } = await site.make('Distribution', 'Site', {
        DistributionConfig: {
          DefaultRootObject: 'index.html',
          DefaultCacheBehavior: { ...behaviour, TargetOriginId: 'pages' },
          CacheBehaviors: [
            { ...behaviour, PathPattern: '/api/*', TargetOriginId: 'api', AllowedMethods: ['GET', 'POST'] },
          ],
          Origins: [
            { Id: 'pages', DomainName: 'pages.s3.us-east-1.amazonaws.com', S3OriginConfig: {} },
            { Id: 'api', DomainName: API },
          ],
        },
      });
      await site.letIn('pages', ref);
      return ref;
    },
  };
};
