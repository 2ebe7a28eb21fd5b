"""Judges pairs of actors for the stance model: python judge.py MODEL CANDIDATES PAIRS.csv

A small transformer (MODEL: the folder of all-MiniLM-L6-v2, see README.md) learns from the train file of DSE and from
the annotations of this project, twice with different seeds; the mean of the two judges the candidates. Two heads share
it: the five labels of DSE, and one label each way as annotated. Actors are masked, as they are for the model that ships.
"""

import csv
import json
import random
import sys
from pathlib import Path

import numpy
import torch
from transformers import AutoModel, AutoTokenizer

BENCHMARKS = Path(__file__).parents[4] / "shared" / "benchmarks"
ANNOTATIONS = Path(__file__).parents[1] / "annotations" / "pairs.csv"
SETS = {"dse": "stance/dse.train", "newsmtsc": "stance/newsmtsc.train", "gmb": "entities/gmb-train"}
SIGNS = {"0": 0, "+": 1, "-": 2}
# By seed: epochs, and the share of certainty that DSE's labels lose to the other labels, since they are noisy.
RUNS = {1: (3, 0.05), 2: (2, 0.1)}
RATE, BATCH, LONGEST = 1e-4, 32, 110


def records(path):
    with open(path, encoding="utf8") as file:
        return [json.loads(line) for line in file if line.strip()]


class Reader:
    """Text with two marked actors as numbers of word pieces; long texts keep what is near the actors."""

    def __init__(self, model):
        self.pieces = AutoTokenizer.from_pretrained(model)
        names = ["[unused0]", "[unused1]", "[CLS]", "[SEP]"]
        self.p, self.q, self.first, self.last = self.pieces.convert_tokens_to_ids(names)

    def read(self, text, p, q):
        def part(start, end):
            return self.pieces.encode(text[start:end], add_special_tokens=False)

        before, between, after = part(0, p[0]), part(p[1], q[0]), part(q[1], None)
        room = LONGEST - 4
        if len(before) + len(between) + len(after) > room:
            before = before[-30:]
            after = after[: max(20, room - len(before) - min(len(between), 50))]
            if len(before) + len(between) + len(after) > room:
                between = between[:25] + between[-25:]
        return [self.first, *before, self.p, *between, self.q, *after, self.last]


class Judge(torch.nn.Module):
    def __init__(self, model, reader):
        super().__init__()
        self.reader = reader
        self.words = AutoModel.from_pretrained(model)
        width = self.words.config.hidden_size
        self.drop = torch.nn.Dropout(0.1)
        self.middle = torch.nn.Linear(4 * width, width)
        self.out = torch.nn.Linear(width, 5 + 3 + 3)

    def forward(self, ids, mask):
        words = self.words(ids, attention_mask=mask).last_hidden_state
        row = torch.arange(len(ids))
        p = (ids == self.reader.p).int().argmax(1)
        q = (ids == self.reader.q).int().argmax(1)
        kept = mask.unsqueeze(-1).to(words.dtype)
        mean = (words * kept).sum(1) / kept.sum(1)
        seen = torch.cat([words[:, 0], words[row, p], words[row, q], mean], -1)
        return self.out(self.drop(torch.tanh(self.middle(self.drop(seen))))).float()


def padded(sequences):
    ids = torch.zeros(len(sequences), max(map(len, sequences)), dtype=torch.long)
    mask = torch.zeros_like(ids)
    for row, sequence in enumerate(sequences):
        ids[row, : len(sequence)] = torch.tensor(sequence)
        mask[row, : len(sequence)] = 1
    return ids, mask


def learn(judge, sequences, corpus, annotated, seed):
    """`corpus`: labels of the first sequences (DSE); `annotated`: both ways of the others."""
    epochs, doubt = RUNS[seed]
    shuffler = random.Random(seed)
    body = [value for name, value in judge.named_parameters() if name.startswith("words.")]
    heads = [value for name, value in judge.named_parameters() if not name.startswith("words.")]
    groups = [{"params": body, "lr": RATE}, {"params": heads, "lr": 5 * RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    total = epochs * -(-len(sequences) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, (step + 1) / (0.06 * total)) * max(0.02, 1 - step / total)
    )
    loss_of = torch.nn.functional.cross_entropy
    for epoch in range(epochs):
        judge.train()
        order = list(range(len(sequences)))
        shuffler.shuffle(order)
        order.sort(key=lambda index: len(sequences[index]) + shuffler.random() * 6)
        batches = [order[at : at + BATCH] for at in range(0, len(order), BATCH)]
        shuffler.shuffle(batches)
        for batch in batches:
            with torch.autocast("cpu", dtype=torch.bfloat16):
                odds = judge(*padded([sequences[index] for index in batch]))
            loss = odds.sum() * 0
            for row, index in enumerate(batch):
                if index < len(corpus):
                    gold = torch.tensor([corpus[index]])
                    loss = loss + loss_of(odds[row : row + 1, :5], gold, label_smoothing=doubt)
                    continue
                for way, gold in enumerate(annotated[index - len(corpus)]):
                    mine = odds[row : row + 1, 5 + 3 * way : 8 + 3 * way]
                    loss = loss + loss_of(mine, torch.tensor([gold]), label_smoothing=0.03)
            optimizer.zero_grad()
            (loss / len(batch)).backward()
            torch.nn.utils.clip_grad_norm_(judge.parameters(), 1.0)
            optimizer.step()
            schedule.step()
        print(f"seed {seed}, epoch {epoch + 1} of {epochs}", file=sys.stderr)


def beliefs(judge, sequences):
    """For and against, P towards Q and Q towards P: the mean of what the two heads say."""
    judge.eval()
    found = numpy.zeros((len(sequences), 4))
    order = sorted(range(len(sequences)), key=lambda index: len(sequences[index]))
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for at in range(0, len(order), 64):
            batch = order[at : at + 64]
            odds = judge(*padded([sequences[index] for index in batch]))
            five, there, back = (part.softmax(-1) for part in odds.split([5, 3, 3], -1))
            corpus = five[:, [1, 3, 2, 4]]
            annotated = torch.cat([there[:, 1:], back[:, 1:]], -1)
            found[batch] = ((corpus + annotated) / 2).numpy()
    return found


def main(model, candidates, out):
    reader = Reader(model)
    read = lambda text, p, q: reader.read(text, (p["start"], p["end"]), (q["start"], q["end"]))
    dse = records(BENCHMARKS / "stance/dse.train.jsonl")
    texts = {
        name: {record["id"]: record["text"] for record in records(BENCHMARKS / f"{path}.jsonl")}
        for name, path in SETS.items()
    }
    sequences = [read(record["text"], record["p"], record["q"]) for record in dse]
    annotated = []
    with open(ANNOTATIONS, encoding="utf8") as file:
        for row in csv.DictReader(file):
            p, q = ((int(row[f"{side}_start"]), int(row[f"{side}_end"])) for side in "pq")
            sequences.append(reader.read(texts[row["set"]][row["record"]], p, q))
            annotated.append((SIGNS[row["stance"]], SIGNS[row["reverse"]]))
    asked = records(candidates)
    questions = [read(record["text"], record["p"], record["q"]) for record in asked]
    found = numpy.zeros((len(asked), 4))
    for seed in RUNS:
        torch.manual_seed(seed)
        judge = Judge(model, reader)
        learn(judge, sequences, [record["label"] for record in dse], annotated, seed)
        found += beliefs(judge, questions) / len(RUNS)
    rows = [
        [record["set"], record["id"]]
        + [record[side][end] for side in "pq" for end in ("start", "end")]
        + [round(100 * float(value)) for value in values]
        for record, values in zip(asked, found)
    ]
    with open(out, "w", encoding="utf8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        columns = "set,record,p_start,p_end,q_start,q_end,positive,negative,reverse_positive,reverse_negative"
        writer.writerow(columns.split(","))
        writer.writerows(sorted(rows))


if __name__ == "__main__":
    torch.set_num_threads(1)
    main(*sys.argv[1:])
