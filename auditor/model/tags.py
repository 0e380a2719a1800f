"""Tags that say where a field of a program's settings is filled from."""

from __future__ import annotations

#: A key of settings files, a variable, and what the field holds where neither is there.
FILE_TAGS = frozenset({"yaml", "toml", "mapstructure", "koanf", "ini", "hcl", "yml"})
VARIABLE_TAGS = frozenset({"env", "envconfig"})
DEFAULT_TAGS = frozenset({"default", "envDefault", "env-default"})
#: Beside these a default is that of an option on the command line.
OPTION_TAGS = frozenset({"help", "short", "long", "arg"})
