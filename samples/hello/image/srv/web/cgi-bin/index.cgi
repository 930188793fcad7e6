#!/bin/sh
# The page: what each instance of the application answers.
echo "Content-Type: text/html"
echo
echo '<!doctype html><title>DockerOps</title><link rel="stylesheet" href="/style.css">'
echo '<h1>It runs.</h1>'
for instance in $INSTANCES; do
    echo "<p>$(wget -q -O - "http://app-$instance/cgi-bin/hello" || echo "$instance does not answer")</p>"
done
