"""How gunicorn serves the site, under `manage.py serve`, systemd and a container alike."""

import os
from pathlib import Path

chdir = str(Path(__file__).resolve().parent.parent)
bind = os.environ.get("BIND", "127.0.0.1:8000")
worker_class = "gthread"
workers = int(os.environ.get("WEB_WORKERS", "2"))
threads = int(os.environ.get("WEB_THREADS", "4"))
preload_app = True  # a site that cannot start says so at once, before the port opens
timeout = 60
graceful_timeout = 25
max_requests = 2000
max_requests_jitter = 200
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None  # noqa: S108 - heartbeats, off the disk
control_socket_disable = True  # otherwise it opens a socket in the home folder
loglevel = "warning"
