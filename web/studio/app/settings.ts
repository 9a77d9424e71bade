/** What the page was told of the stage that it belongs to. */
export type Settings = { stage: string; signInUrl: string; clientId: string };

/** Reads what the server wrote into the page. Throws where it did not. */
export const readSettings = (): Settings => {
  const text = document.getElementById('root')?.dataset.settings;
  if (!text) throw new Error('The page has no settings: load it from where the studio is served.');
  return JSON.parse(text) as Settings;
};

/** The studio's own address: where sign-in leads back to. */
export const HOME = '/studio';
