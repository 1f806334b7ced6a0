"""The rendering service (渲染服务): HTML in, PDF out, in processes of its own.

`client.press()` is what the rest of the program calls. It answers from the `cache` on disk where
it can, else it asks the service of this checkout, which it starts on first use: a supervisor
(`server`) with two children (`child`), each with one `engine`. The last user's end is theirs.
"""
