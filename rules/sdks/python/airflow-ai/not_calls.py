from airflow.providers.openai.hooks.openai import OpenAIHook

hook = OpenAIHook(conn_id="openai")
hook.test_connection()
