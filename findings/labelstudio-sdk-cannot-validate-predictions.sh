#!/usr/bin/env bash
# label-studio-sdk raises when it validates a task that has predictions.
#
# LabelInterface.validate_task is there to check a task before it is imported. If the task has the key "predictions", which
# is how Label Studio takes the output of other programs, it calls validate_prediction without the prediction, and raises
# a TypeError, whatever the predictions are, an empty list included. With "annotations" it is the same.
#
# Whom it hurts: whoever checks pre-annotated tasks in a pipeline, as the SDK is meant for: every one fails, and a bare
# "except" takes good tasks for bad ones.
#
# What quotekit does: its tests hand the SDK the task's data and each prediction apart, which it can validate.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check label-studio-sdk==2.1.2
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

from label_studio_sdk.label_interface import LabelInterface

print("label-studio-sdk", version("label-studio-sdk"))
interface = LabelInterface(
    '<View><Labels name="label" toName="text"><Label value="Quotation"/></Labels>'
    '<Text name="text" value="$text"/></View>'
)
value = {"start": 1, "end": 4, "text": "Yes", "labels": ["Quotation"]}
region = {"id": "q0", "from_name": "label", "to_name": "text", "type": "labels", "value": value}
prediction = {"model_version": "1", "result": [region]}
data = {"text": "“Yes,” she said."}
assert interface.validate_task({"data": data})
assert interface.validate_prediction(prediction)
for key, values in (("predictions", [prediction]), ("predictions", []), ("annotations", [])):
    try:
        print("valid:", interface.validate_task({"data": data, key: values}))
    except TypeError as error:
        print(f"{len(values)} {key}: TypeError:", error)
        assert "missing 1 required positional argument" in str(error)
    else:
        raise SystemExit(f"a task with {key} is validated")
PY
