/// <reference lib="dom" />
import { existsSync } from "node:fs";
import { chromium, type Browser, type Page } from "playwright-core";

/** Where a Chromium is; undefined where there is none, and the browser tests are skipped. */
export const chromiumPath = [
  process.env["CHROMIUM_PATH"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((path) => path !== undefined && existsSync(path));

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath!,
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
} // prettier-ignore

/** A page whose console errors and requests to the network are collected. */
export async function watchedPage(browser: Browser): Promise<{ page: Page; faults: string[] }> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("request", (request) => {
    if (!request.url().startsWith("file:") && !request.url().startsWith("data:")) faults.push(`request to ${request.url()}`);
  });
  return { page, faults };
} // prettier-ignore

/**
 * Milliseconds from the start of the navigation until a click on another view has drawn it, and the cumulative layout
 * shift by then, on a page not visited before.
 */
export async function interactiveAfter(
  browser: Browser,
  file: string,
): Promise<{ readonly time: number; readonly shift: number }> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.addInitScript(() => {
    const seen = globalThis as unknown as { shift: number };
    seen.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(`file://${file}`, { waitUntil: "commit" });
  await page.waitForSelector('main[data-ready="summary"]');
  const shift = await page.evaluate(() => (globalThis as unknown as { shift: number }).shift);
  await page.locator("#views a").nth(2).click();
  await page.waitForSelector('main[data-ready="matrix"] svg');
  const time = await page.evaluate(() => performance.now());
  await page.close();
  return { time, shift };
}
