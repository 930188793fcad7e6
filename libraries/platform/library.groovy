// The images that services are built upon, and words for what their containers are given.
provides 'platform', language: 1

def begin = parameter('baseImage', 'debian:bookworm-slim', 'The Debian or Ubuntu that the base image begins with.')

build 'dockerops/base', context: 'images/base', args: [BASE: begin]
build 'dockerops/dns', context: 'images/dns'
