// Error pages lie below a key that says their status; without this they would be answered as if all were well.
function handler(event) {
  const response = event.response;
  const found = /^\/pages\/(404|410)\//.exec(event.request.uri);
  if (found && response.statusCode === 200) {
    response.statusCode = Number(found[1]);
    response.statusDescription = found[1] === '410' ? 'Gone' : 'Not Found';
  }
  return response;
}
