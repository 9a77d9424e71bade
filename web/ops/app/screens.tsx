import { Guard, later } from '@marquee/ui/app/guard.tsx';
import { Link, Redirect, Route, Switch } from 'wouter';
import { ExecutionsScreen } from '../executions/executions-screen.tsx';

const ExecutionScreen = later(async () => (await import('./execution-route.tsx')).ExecutionRoute);
const StoryScreen = later(async () => (await import('../stories/story-screen.tsx')).StoryScreen);
const DeadLettersScreen = later(
  async () => (await import('../dead-letters/dead-letters-screen.tsx')).DeadLettersScreen,
);
const EventsScreen = later(async () => (await import('../events/events-screen.tsx')).EventsScreen);
const ServicesScreen = later(async () => (await import('../services/services-screen.tsx')).ServicesScreen);
const CostScreen = later(async () => (await import('../cost/cost-screen.tsx')).CostScreen);

/** The screen of the address. */
export const Screens = ({ at }: { at: string }) => (
  <Guard at={at}>
    <Switch>
      <Route path="/">
        <Redirect to="/executions" replace />
      </Route>
      <Route path="/executions">
        <ExecutionsScreen />
      </Route>
      <Route path="/executions/:arn">{({ arn }) => <ExecutionScreen key={arn} arn={decodeURIComponent(arn)} />}</Route>
      <Route path="/stories/:id?">{({ id }) => <StoryScreen id={id && decodeURIComponent(id)} />}</Route>
      <Route path="/dead-letters/:queue?">
        {({ queue }) => <DeadLettersScreen queue={queue && decodeURIComponent(queue)} />}
      </Route>
      <Route path="/events">
        <EventsScreen />
      </Route>
      <Route path="/services/:name?">{({ name }) => <ServicesScreen name={name && decodeURIComponent(name)} />}</Route>
      <Route path="/cost">
        <CostScreen />
      </Route>
      <Route>
        <div className="notice">
          <h2>There is no such screen</h2>
          <p>
            The address <code>{at}</code> leads nowhere. <Link href="/executions">Go to the executions</Link>
          </p>
        </div>
      </Route>
    </Switch>
  </Guard>
);
