import middy from "@middy/core";

const work = async (event) => ({ statusCode: 200 });

// entry: kind=event title=lambda example_lambda
export const handler = async (event) => work(event);
