const functions = require('@google-cloud/functions-framework');

functions.http('order', (request, response) => response.status(202).json({ database: process.env.TABLE }));
functions.http('work', (request, response) => response.status(204).end());
