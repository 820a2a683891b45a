exports.order = async (event) => ({ statusCode: 202, body: JSON.stringify({ table: process.env.TABLE, event }) });

exports.work = async () => undefined;
