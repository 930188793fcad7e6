provides 'words', language: 1
servce('cache') { image 'redis' }
service('db') { imag 'postgres' }
