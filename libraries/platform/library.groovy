// The images that services are built upon, and words for what their containers are given.
provides 'platform', language: 1

build 'dockerops/base', context: 'images/base'
build 'dockerops/dns', context: 'images/dns'
