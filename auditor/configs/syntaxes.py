"""The syntaxes that are read, one file of this folder each."""

from __future__ import annotations

from collections.abc import Callable

from auditor.configs.build import Unreadable
from auditor.configs.dockerfile import read_dockerfile
from auditor.configs.hcl import read_hcl_file
from auditor.configs.json_files import read_json_file
from auditor.configs.plain import read_dotenv_file, read_ini_file
from auditor.configs.text_files import read_lines, read_text
from auditor.configs.toml_files import read_toml_file
from auditor.configs.xml_files import read_xml_file
from auditor.configs.yaml_files import read_front_matter, read_yaml_file
from auditor.model.config import ConfigFile, Node
from auditor.model.source import Diagnostic, Severity

Reader = Callable[[str], tuple[tuple[Node, ...], Unreadable | None]]

READERS: dict[str, Reader] = {
    "yaml": read_yaml_file,
    "json": read_json_file,
    "toml": read_toml_file,
    "dotenv": read_dotenv_file,
    "ini": read_ini_file,
    "dockerfile": read_dockerfile,
    "hcl": read_hcl_file,
    "xml": read_xml_file,
    "lines": read_lines,
    "shell": read_text,
    "sql": read_text,
    "prompt": read_front_matter,
}


def read_config(syntax: str, path: str, content: bytes | str, in_tests: bool = False) -> ConfigFile:
    """One file, read. It never raises: what cannot be read becomes a diagnostic."""
    text = content if isinstance(content, str) else _decoded(content)
    documents: tuple[Node, ...] = ()
    try:
        documents, problem = READERS[syntax](text)
    except Unreadable as error:
        problem = error
    except RecursionError:
        problem = Unreadable("nested too deep")
    except Exception as error:  # a reader that breaks must not end the run
        problem = Unreadable(f"the reader failed ({type(error).__name__})")
    problems = () if problem is None else (_diagnostic(path, syntax, problem),)
    return ConfigFile(path, syntax, documents, problems, in_tests)


def _diagnostic(path: str, syntax: str, problem: Unreadable) -> Diagnostic:
    message = f"not all of it could be read as {syntax}: {problem.message}"
    return Diagnostic(path, problem.line, "config-syntax", message, Severity.INFO)


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    return content.decode("utf-8-sig", "replace").replace("\r\n", "\n")
