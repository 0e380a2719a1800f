"""The languages that can be linked, each with its own ways."""

from __future__ import annotations

from auditor.linker.csharp.dialect import CSHARP
from auditor.linker.go.dialect import GO
from auditor.linker.java.dialect import JAVA
from auditor.linker.javascript.dialect import JAVASCRIPT
from auditor.linker.php.dialect import PHP
from auditor.linker.python import PYTHON
from auditor.linker.ruby.dialect import RUBY
from auditor.linker.rust.dialect import RUST

DIALECTS = {
    dialect.language: dialect for dialect in (PYTHON, JAVASCRIPT, GO, JAVA, CSHARP, PHP, RUBY, RUST)
}
