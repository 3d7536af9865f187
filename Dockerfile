# syntax=docker/dockerfile:1
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:24-bookworm-slim
ENV NODE_ENV=production \
    POSTROOM_HOST=0.0.0.0 \
    POSTROOM_PORT=4000 \
    POSTROOM_DATA_DIR=/data \
    POSTROOM_DATABASE_URL=sqlite:/data/postroom.db
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/migrations ./migrations
COPY --from=build /app/schema ./schema
COPY --from=build /app/dist ./dist
# The data folder belongs to the user that the server runs as, and so does a new volume mounted there.
RUN install -d -o node -g node -m 700 /data
USER node
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.POSTROOM_PORT}/health`).then((reply) => process.exit(reply.ok ? 0 : 1), () => process.exit(1))"]
# Most objects live for one request or one email. By itself Node lets up to 128 MiB of them pile up before it sweeps; this keeps
# a busy process some 100 MiB smaller and costs queries about a twentieth of their speed (bench/NOTES.md).
CMD ["node", "--max-semi-space-size=8", "dist/main.js", "start"]
