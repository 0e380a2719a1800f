# packages: acme openai
from setuptools import setup

setup(
    name="acme",
    install_requires=["openai>=1.0"],  # expect: what=dependency-manifest vendor=openai
)
