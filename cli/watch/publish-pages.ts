import { parseArgs } from 'node:util';
import { endWithParent } from '../../tools/parent.ts';
import { type Asset, openApi } from '../api.ts';
import { connect } from '../connection.ts';
import { publishFirstPage, showsFirstPage } from '../seed/publish-first-page.ts';

// A process of its own, because a module that was loaded once is not read again. Its output is what became of the pages.
endWithParent();
const { values } = parseArgs({ options: { endpoint: { type: 'string' }, stage: { type: 'string' } } });
const { endpoint = '', stage = '' } = values;
const connection = await connect({ stage, 'aws-port': new URL(endpoint).port });
if (await showsFirstPage(connection)) {
  const api = await openApi(connection);
  const { assets } = await api<{ assets: Asset[] }>('GET', '/assets?state=ready&limit=100');
  await publishFirstPage(
    api,
    connection,
    assets.map(({ assetId }) => assetId),
  );
  console.log('published');
} else console.log('none');
