import { expect, test } from "vitest";
import { resourceFiles } from "../../src/core/resource.ts";
import {
  dateInFileName,
  dateInUrl,
  normalizePublished,
  publishedResources,
} from "../../src/ingest/published.ts";

test.each([
  ["2024-05-17", "2024-05-17"],
  ["2024-5-7", "2024-05-07"],
  ["2024-05", "2024-05"],
  ["2024", "2024"],
  ["2024/05/17", "2024-05-17"],
  ["20240517", "2024-05-17"],
  ["20240517T101500Z", "2024-05-17T10:15:00Z"],
  ["2024-05-17T23:30:00-05:00", "2024-05-17T23:30:00-05:00"],
  ["2024-05-17T23:30:00.123+0530", "2024-05-17T23:30:00+05:30"],
  ["2024-05-17T10:00:00+00:00", "2024-05-17T10:00:00Z"],
  ["2024-05-17 10:00", "2024-05-17T10:00:00"],
  ["Fri, 17 May 2024 10:00:00 GMT", "2024-05-17T10:00:00Z"],
  ["May 17, 2024 at 4:05 p.m. EDT", "2024-05-17T16:05:00-04:00"],
  ["17th of May, 2024", "2024-05-17"],
  ["Sept. 3, 2024", "2024-09-03"],
  ["May 2024", "2024-05"],
  ["17.5.2024", "2024-05-17"],
  ["5/17/2024 12:10 AM", "2024-05-17T00:10:00"],
  [1715940000, "2024-05-17T10:00:00Z"],
  ["1715940000000", "2024-05-17T10:00:00Z"],
])("%s is %s", (given, expected) => {
  expect(normalizePublished(given)).toBe(expected);
});

test.each([
  "04/07/2025",
  "2024-02-30",
  "2024-13-01",
  "1812-05-17",
  "2999-01-01",
  "yesterday",
  "Maybe 3, 2024",
  "",
  "x".repeat(1000),
])("%s is no date", (given) => {
  expect(normalizePublished(given)).toBeUndefined();
});

test("days in names and addresses", () => {
  expect(dateInFileName("news/2024-05-17-summit.txt")).toBe("2024-05-17");
  expect(dateInFileName("summit_20240517.html")).toBe("2024-05-17");
  expect(dateInFileName("report-20241399.txt")).toBeUndefined();
  expect(dateInUrl("https://a.example/2024/5/17/talks")).toBe("2024-05-17");
  expect(dateInUrl("https://a.example/2024/517/talks")).toBeUndefined();
});

test("months and time zones are sound", () => {
  for (const resource of publishedResources)
    expect(resourceFiles(resource).flatMap((file) => resource.check!(file))).toEqual([]);
});
