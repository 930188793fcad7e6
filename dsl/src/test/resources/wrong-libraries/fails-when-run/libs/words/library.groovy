provides 'words', language: 1
service('cache') { image 'redis 7' }
