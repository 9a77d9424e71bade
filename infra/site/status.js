// The object of an error page says which status it stands for; without this it would be answered as if all were well.
function handler(event) {
  const response = event.response;
  const said = response.headers['x-amz-meta-status'];
  if (said && response.statusCode === 200) {
    response.statusCode = Number(said.value);
    response.statusDescription = said.value === '410' ? 'Gone' : 'Not Found';
    delete response.headers['x-amz-meta-status'];
  }
  return response;
}
