// The JSON Schema of muster/1: closed objects, closed vocabularies. A test holds every record against it.
#include "muster/output/write.hpp"

namespace muster::output {

std::string_view schema() {
  return R"JSON({
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "urn:muster:1",
  "title": "A record of muster/1: one document and the facts in it",
  "type": "object",
  "properties": {
    "schema": {"const": "muster/1"},
    "source": {"$ref": "#/$defs/source"},
    "document": {"$ref": "#/$defs/document"},
    "recommendations": {"type": "array", "items": {"$ref": "#/$defs/recommendation"}},
    "statuses": {"type": "array", "items": {"$ref": "#/$defs/status"}},
    "tallies": {"type": "array", "items": {"$ref": "#/$defs/tally"}},
    "responses": {"type": "array", "items": {"$ref": "#/$defs/response"}},
    "judgements": {"type": "array", "items": {"$ref": "#/$defs/judgement"}},
    "staffing": {"type": "array", "items": {"$ref": "#/$defs/staffing"}},
    "figures": {"type": "array", "items": {"$ref": "#/$defs/figure"}},
    "warnings": {"type": "array", "items": {"$ref": "#/$defs/warning"}},
    "text": {"type": "string", "description": "only with --with-text"}
  },
  "required": ["schema", "source", "document", "recommendations", "statuses", "tallies", "responses", "judgements",
  "staffing", "figures", "warnings"],
  "additionalProperties": false,
  "$defs": {
    "source": {
      "type": "object",
      "properties": {
        "path": {"type": "string"},
        "member": {"type": ["string", "null"]},
        "record": {"type": ["integer", "null"], "minimum": 1},
        "id": {"type": ["string", "null"]},
        "media_type": {"type": ["string", "null"]},
        "bytes": {"type": "integer", "minimum": 0},
        "sha256": {"type": ["string", "null"], "pattern": "^[0-9a-f]{64}$"},
        "charset": {"type": ["string", "null"]},
        "language": {"type": ["string", "null"]},
        "pages": {"type": ["integer", "null"], "minimum": 0}
      },
      "required": ["path", "member", "record", "id", "media_type", "bytes", "sha256", "charset", "language", "pages"],
      "additionalProperties": false
    },
    "document": {
      "type": "object",
      "properties": {
        "kind": {"enum": ["inspection_report", "letter", "response", "news", "essay", "other"]},
        "title": {"type": ["string", "null"]},
        "inspectorates": {"type": "array", "items": {"type": "string"}},
        "body": {"type": ["string", "null"]},
        "published": {"type": ["string", "null"], "pattern": "^[0-9-]+$"},
        "inspected_from": {"type": ["string", "null"], "pattern": "^[0-9-]+$"},
        "inspected_to": {"type": ["string", "null"], "pattern": "^[0-9-]+$"},
        "lead_inspector": {"type": ["string", "null"]}
      },
      "required": ["kind", "title", "inspectorates", "body", "published", "inspected_from", "inspected_to",
      "lead_inspector"],
      "additionalProperties": false
    },
    "evidence": {
      "type": "object",
      "properties": {
        "quote": {"type": "string"},
        "start": {"type": "integer", "minimum": 0},
        "end": {"type": "integer", "minimum": 0},
        "page": {"type": ["integer", "null"], "minimum": 1},
        "section": {"type": ["string", "null"]},
        "rule": {"type": ["string", "null"]},
        "speaker": {"type": ["string", "null"]}
      },
      "required": ["quote", "start", "end", "page", "section", "rule", "speaker"],
      "additionalProperties": false,
      "description": "text[start:end] is the quote; offsets count Unicode code points"
    },
    "recommendation": {
      "type": "object",
      "properties": {
        "id": {"type": "string", "pattern": "^r[0-9]+$"},
        "text": {"type": "string"},
        "form": {"enum": ["listed", "stated"]},
        "kind": {"enum": ["recommendation", "call", "commitment"]},
        "strength": {"enum": ["must", "should", "need", "could", null]},
        "number": {"type": ["string", "null"]},
        "label": {"type": ["string", "null"]},
        "level": {"enum": ["priority", null]},
        "issuer": {"type": ["string", "null"]},
        "addressee": {"type": ["string", "null"]},
        "deadline": {
          "anyOf": [
            {"type": "null"},
            {
              "type": "object",
              "properties": {
                "text": {"type": "string"},
                "date": {
                  "type": ["string", "null"],
                  "pattern": "^[0-9-]+$"
                }
              },
              "required": ["text", "date"],
              "additionalProperties": false
            }
          ]
        },
        "themes": {
          "type": "array",
          "uniqueItems": true,
          "items": {
            "enum": [
              "staffing",
              "training",
              "supervision",
              "information_sharing",
              "record_keeping",
              "data_quality",
              "leadership",
              "governance",
              "safeguarding",
              "health",
              "education",
              "care_planning",
              "finance",
              "other"
            ]
          }
        },
        "status": {
          "anyOf": [
            {"type": "null"},
            {
              "type": "object",
              "properties": {
                "status": {
                  "enum": [
                    "met",
                    "almost_met",
                    "partly_met",
                    "not_met",
                    "in_progress",
                    "superseded"
                  ]
                },
                "evidence": {"$ref": "#/$defs/evidence"}
              },
              "required": ["status", "evidence"],
              "additionalProperties": false
            }
          ]
        },
        "repeats": {"type": ["string", "null"], "pattern": "^r[0-9]+$"},
        "confidence": {"enum": ["high", "medium", "low"]},
        "evidence": {"$ref": "#/$defs/evidence"}
      },
      "required": [
        "id",
        "text",
        "form",
        "kind",
        "strength",
        "number",
        "label",
        "level",
        "issuer",
        "addressee",
        "deadline",
        "themes",
        "status",
        "repeats",
        "confidence",
        "evidence"
      ],
      "additionalProperties": false
    },
    "status": {
      "type": "object",
      "properties": {
        "id": {"type": "string", "pattern": "^s[0-9]+$"},
        "status": {"enum": ["met", "almost_met", "partly_met", "not_met", "in_progress", "superseded"]},
        "phrase": {"type": ["string", "null"]},
        "subject": {"type": ["string", "null"]},
        "count": {"type": ["number", "null"]},
        "of": {"type": ["number", "null"]},
        "share": {"enum": ["all", "almost_all", "majority", "most", "many", "some", "few", "none", null]},
        "refers_to": {"type": "array", "items": {"type": "string", "pattern": "^r[0-9]+$"}},
        "confidence": {"enum": ["high", "medium", "low"]},
        "evidence": {"$ref": "#/$defs/evidence"}
      },
      "required": ["id", "status", "phrase", "subject", "count", "of", "share", "refers_to", "confidence", "evidence"],
      "additionalProperties": false
    },
    "tally": {
      "type": "object",
      "properties": {
        "id": {"type": "string", "pattern": "^t[0-9]+$"},
        "issuer": {"type": ["string", "null"]},
        "made": {"type": ["number", "null"]},
        "by_status": {
          "type": "object",
          "properties": {
            "met": {"type": "number"},
            "almost_met": {"type": "number"},
            "partly_met": {"type": "number"},
            "not_met": {"type": "number"},
            "in_progress": {"type": "number"},
            "superseded": {"type": "number"}
          },
          "additionalProperties": false
        },
        "accounted": {"type": "number"},
        "consistent": {"type": ["boolean", "null"]},
        "confidence": {"enum": ["high", "medium", "low"]},
        "evidence": {"type": "array", "items": {"$ref": "#/$defs/evidence"}}
      },
      "required": ["id", "issuer", "made", "by_status", "accounted", "consistent", "confidence", "evidence"],
      "additionalProperties": false
    },
    "response": {
      "type": "object",
      "properties": {
        "id": {"type": "string", "pattern": "^p[0-9]+$"},
        "recommendation": {"type": ["string", "null"]},
        "response": {
          "enum": [
            "accepted",
            "accepted_in_part",
            "accepted_in_principle",
            "rejected",
            "noted",
            "under_consideration"
          ]
        },
        "text": {"type": ["string", "null"]},
        "responder": {"type": ["string", "null"]},
        "confidence": {"enum": ["high", "medium", "low"]},
        "evidence": {"$ref": "#/$defs/evidence"}
      },
      "required": ["id", "recommendation", "response", "text", "responder", "confidence", "evidence"],
      "additionalProperties": false
    },
    "judgement": {
      "type": "object",
      "properties": {
        "id": {"type": "string", "pattern": "^j[0-9]+$"},
        "area": {"type": ["string", "null"]},
        "grade": {"type": "string"},
        "scale": {"enum": ["ofsted-4", "cqc-4", "send-3", "progress", "ssi", "other"]},
        "rank": {"type": ["integer", "null"], "minimum": 1},
        "of_ranks": {"type": ["integer", "null"], "minimum": 1},
        "previous": {"type": ["string", "null"]},
        "confidence": {"enum": ["high", "medium", "low"]},
        "evidence": {"$ref": "#/$defs/evidence"}
      },
      "required": ["id", "area", "grade", "scale", "rank", "of_ranks", "previous", "confidence", "evidence"],
      "additionalProperties": false
    },
    "staffing": {
      "type": "object",
      "properties": {
        "id": {"type": "string", "pattern": "^m[0-9]+$"},
        "metric": {
          "enum": [
            "staffing_level",
            "vacancy",
            "agency",
            "turnover",
            "sickness",
            "retention",
            "caseload",
            "experience",
            "training",
            "headcount",
            "other"
          ]
        },
        "low": {"type": ["number", "null"]},
        "high": {"type": ["number", "null"]},
        "level": {"enum": ["high", "low", "insufficient", "sufficient", "stable", "improving", "worsening", null]},
        "unit": {"enum": ["percent", "people", "posts", "fte", "cases", "days", "years", "ratio", null]},
        "bound": {"enum": ["exact", "about", "over", "under", "up_to", "at_least"]},
        "role": {"enum": ["current", "previous", "target", "comparator"]},
        "group": {"type": ["string", "null"]},
        "place": {"type": ["string", "null"]},
        "when": {"type": ["string", "null"]},
        "of": {"type": ["string", "null"]},
        "pair": {"type": ["string", "null"], "pattern": "^m[0-9]+$"},
        "confidence": {"enum": ["high", "medium", "low"]},
        "evidence": {"$ref": "#/$defs/evidence"}
      },
      "required": [
        "id",
        "metric",
        "low",
        "high",
        "level",
        "unit",
        "bound",
        "role",
        "group",
        "place",
        "when",
        "of",
        "pair",
        "confidence",
        "evidence"
      ],
      "additionalProperties": false
    },
    "figure": {
      "type": "object",
      "properties": {
        "id": {"type": "string", "pattern": "^f[0-9]+$"},
        "low": {"type": "number"},
        "high": {"type": "number"},
        "unit": {"enum": ["percent"]},
        "bound": {"enum": ["exact", "about", "over", "under", "up_to", "at_least"]},
        "of": {"type": ["string", "null"]},
        "about": {"type": ["string", "null"]},
        "count": {"type": ["number", "null"]},
        "total": {"type": ["number", "null"]},
        "confidence": {"enum": ["high", "medium", "low"]},
        "evidence": {"$ref": "#/$defs/evidence"}
      },
      "required": ["id", "low", "high", "unit", "bound", "of", "about", "count", "total", "confidence", "evidence"],
      "additionalProperties": false
    },
    "warning": {
      "type": "object",
      "properties": {
        "code": {"type": "string", "pattern": "^[a-z]+[.][a-z-]+$"},
        "message": {"type": "string"},
        "page": {"type": ["integer", "null"], "minimum": 1}
      },
      "required": ["code", "message", "page"],
      "additionalProperties": false
    }
  }
}
)JSON";
}

}  // namespace muster::output
