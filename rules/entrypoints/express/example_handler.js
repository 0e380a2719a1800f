// entry: kind=http title=DELETE /items/:id
async function handle(req, res) {
  res.end();
}

module.exports = { handle };
