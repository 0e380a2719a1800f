# packages: openai_ex phoenix
defp deps do
  [
    {:openai_ex, "~> 0.8"},   # expect: what=dependency-manifest vendor=openai
    {:phoenix, "~> 1.7"}
  ]
end
