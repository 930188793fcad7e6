project 'my shop'
service 'web', image: 'nginx'
