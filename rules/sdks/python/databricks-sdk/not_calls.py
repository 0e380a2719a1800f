"""w.serving_endpoints.query(name="databricks-claude-sonnet-4") as words."""

from databricks.sdk import WorkspaceClient

w = WorkspaceClient()
w.clusters.list()
w.jobs.run_now(1)
w.serving_endpoints.list()
w.serving_endpoints.get("databricks-claude-sonnet-4")
w.genie.get_space("space")
w.statement_execution.execute_statement("select 1", "warehouse")


class Table:
    def query(self, name):
        return name


Table().query("databricks-claude-sonnet-4")
