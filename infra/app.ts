import { App, Stack, Tags } from 'aws-cdk-lib';
import { assemblyFolder, SERVICES_FOLDER, WORKFLOWS_FOLDER } from './build/folders.ts';
import { ChatStack } from './chat/chat-stack.ts';
import { ContentStack } from './content/content-stack.ts';
import { IngestStack } from './ingest/ingest-stack.ts';
import { MediaStack } from './media/media-stack.ts';
import { OpsStack } from './ops/ops-stack.ts';
import { shareSettings } from './shared/settings.ts';
import { SharedStack } from './shared/shared-stack.ts';
import { type ChatSettings, stageOf } from './shared/stage.ts';
import { SignInStack } from './sign-in/sign-in-stack.ts';
import { SiteStack } from './site/site-stack.ts';
import { StudioStack } from './studio/studio-stack.ts';

export type AppOptions = {
  /** Default: the project's own `services/`. */
  servicesFolder?: string;
  /** Default: `cdk.out/<stage>`. */
  outdir?: string;
  /** What is otherwise than the stage's own settings have it. */
  chat?: Partial<ChatSettings>;
};

/** The whole of Marquee for one stage; the bundles of its nanoservices must be there already. */
export const createApp = (
  stageName: string,
  { servicesFolder = SERVICES_FOLDER, outdir, chat }: AppOptions = {},
): App => {
  const stage = stageOf(stageName, chat);
  const app = new App({ outdir: outdir ?? assemblyFolder(stage.name), analyticsReporting: false });
  shareSettings(app, { stage, servicesFolder, workflowsFolder: WORKFLOWS_FOLDER });
  const name = (domain: string): string => `Marquee-${stage.name}-${domain}`;
  const { bus, users, http, edgeKey, sockets, alarms } = new SharedStack(app, name('Shared'));
  const {
    media,
    pages,
    routes,
    distribution,
    url: siteUrl,
  } = new SiteStack(app, name('Site'), { http, edgeKey, sockets });
  const signIn = new SignInStack(app, name('SignIn'), { users, http, edgeKey, siteUrl });
  const { api } = signIn;
  const { assets, content, uploads, recogniseUpload } = new IngestStack(app, name('Ingest'), { bus, api, alarms });
  new MediaStack(app, name('Media'), { bus, api, assets, uploads, media, recogniseUpload, routes });
  new ContentStack(app, name('Content'), { bus, api, assets, content, media, pages, routes, distribution, siteUrl });
  new ChatStack(app, name('Chat'), { bus, api, sockets, alarms, content, pages, siteUrl });
  new StudioStack(app, name('Studio'), { signIn, uploads, siteUrl });
  new OpsStack(app, name('Ops'), { bus, stacks: app.node.children.filter((each) => Stack.isStack(each)) });
  Tags.of(app).add('project', 'marquee');
  Tags.of(app).add('stage', stage.name);
  return app;
};
