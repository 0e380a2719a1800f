# docker build -t auditor . && docker run --rm -v "$PWD:/code:ro" auditor
FROM python:3.13-slim AS build
WORKDIR /src
COPY pyproject.toml README.md LICENSE ./
COPY auditor auditor
COPY rules rules
COPY sample_repos/support-desk sample_repos/support-desk
RUN python -m venv /opt/auditor \
    && /opt/auditor/bin/pip install --no-cache-dir --disable-pip-version-check . \
    && /opt/auditor/bin/pip uninstall --yes --quiet pip

FROM python:3.13-slim
COPY --from=build /opt/auditor /opt/auditor
ENV PATH=/opt/auditor/bin:$PATH
# Nobody's home: the code is mounted and only read.
USER 10001:10001
WORKDIR /code
ENTRYPOINT ["auditor"]
CMD ["scan"]
