-- job: sql report.sql kind=task asks=snowflake-cortex,google-vertex
-- expect: what=endpoint platform=snowflake-cortex
SELECT AI_COMPLETE('claude-3-5-sonnet', body) FROM tickets;   -- expect: what=model vendor=anthropic
-- SELECT AI_COMPLETE('mistral-large2', body) FROM tickets;
-- expect: what=endpoint platform=google-vertex
SELECT AI.GENERATE_TEXT(prompt) FROM t;
SELECT complete(body), count(*) FROM t;
UPDATE settings SET model = 'gpt-4o' WHERE model = 'gpt-4-turbo';
