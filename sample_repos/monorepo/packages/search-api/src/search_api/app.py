"""The application factory."""

from flask import Flask

from search_api.views import v1


def create_app() -> Flask:
    app = Flask(__name__)
    app.register_blueprint(v1)

    @app.get("/healthz")
    def healthz() -> dict[str, str]:
        return {"status": "ok"}

    return app
