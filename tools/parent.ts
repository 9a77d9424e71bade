/**
 * Ends this process when the one that started it is gone, `kill -9` included, so that nothing keeps ports or data
 * behind the user's back. Without effect where no parent keeps a channel open.
 */
export const endWithParent = (): void => {
  if (!process.connected) return;
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  process.channel?.unref();
};
