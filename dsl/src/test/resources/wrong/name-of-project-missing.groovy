service 'web', image: 'nginx'
